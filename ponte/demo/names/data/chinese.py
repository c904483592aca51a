# SPDX-FileCopyrightText: 2026 Ponte contributors
# SPDX-License-Identifier: EUPL-1.2

"""Chinese names, simplified characters; family names in the order of Wenzhou and Qingtian, where most of
Milan's Chinese come from.
"""

FAMILIES = """
陈=Chen/Chan, 胡=Hu/Wu, 林=Lin/Lam, 周=Zhou/Chou/Chow, 王=Wang/Wong, 吴=Wu/Ng, 黄=Huang/Wong/Hwang,
张=Zhang/Chang/Cheung, 徐=Xu/Hsu, 李=Li/Lee, 郑=Zheng/Cheng, 朱=Zhu/Chu, 叶=Ye/Yeh/Yip, 金=Jin/Kim,
杨=Yang/Yeung, 刘=Liu/Lau, 潘=Pan/Poon, 夏=Xia/Hsia, 蒋=Jiang/Chiang, 孙=Sun/Suen, 赵=Zhao/Chao,
项=Xiang/Hsiang, 谢=Xie/Hsieh, 邱=Qiu/Chiu, 余=Yu/Yue, 何=He/Ho, 季=Ji/Chi, 程=Cheng, 邵=Shao,
戴=Dai/Tai, 蔡=Cai/Tsai/Choi, 董=Dong/Tung, 詹=Zhan/Chan, 厉=Li, 毛=Mao, 姜=Jiang/Chiang, 留=Liu,
章=Zhang, 孔=Kong/Kung, 应=Ying, 方=Fang/Fong, 包=Bao/Pao, 钱=Qian/Chien, 倪=Ni, 卢=Lu/Lo,
吕=Lu/Lü/Lv/Lyu, 沈=Shen/Sheng, 江=Jiang/Chiang, 罗=Luo/Lo, 高=Gao/Kao, 梁=Liang/Leung, 宋=Song/Sung,
唐=Tang/Tong, 许=Xu/Hui, 邓=Deng/Teng, 韩=Han/Hon, 冯=Feng/Fung, 曹=Cao/Tsao, 彭=Peng/Pang,
曾=Zeng/Tseng, 肖=Xiao/Hsiao, 田=Tian/Tien, 袁=Yuan/Yuen, 于=Yu, 傅=Fu, 苏=Su/So, 魏=Wei, 薛=Xue/Hsueh,
丁=Ding/Ting, 姚=Yao/Yiu, 阮=Ruan/Yuen, 杜=Du/Tu, 汪=Wang, 石=Shi/Shih, 熊=Xiong, 孟=Meng, 秦=Qin/Chin,
侯=Hou, 白=Bai/Pai, 崔=Cui/Tsui, 龚=Gong/Kung, 洪=Hong/Hung, 涂=Tu, 施=Shi/Shih, 麻=Ma, 虞=Yu,
廖=Liao/Liu, 邹=Zou/Tsou, 陆=Lu/Luk, 俞=Yu, 裘=Qiu, 缪=Miao, 温=Wen/Wan, 饶=Rao, 柳=Liu, 单=Shan,
诸葛=Zhuge/Zhu Ge, 欧阳=Ouyang/Ou Yang, 上官=Shangguan, 司徒=Situ/Szeto, 严=Yan/Yen, 华=Hua, 尤=You,
庄=Zhuang/Chuang, 纪=Ji, 雷=Lei/Lui, 贾=Jia, 范=Fan, 万=Wan, 尹=Yin
"""

MEN_SINGLE = """
伟=Wei, 强=Qiang, 军=Jun, 勇=Yong, 杰=Jie, 涛=Tao, 明=Ming, 超=Chao, 磊=Lei, 鹏=Peng, 斌=Bin, 波=Bo,
辉=Hui, 刚=Gang, 浩=Hao, 峰=Feng, 飞=Fei, 凯=Kai, 龙=Long, 宇=Yu, 亮=Liang, 健=Jian, 俊=Jun, 鑫=Xin,
帅=Shuai, 毅=Yi
"""

MEN_FIRST = """
建=Jian, 志=Zhi, 晓=Xiao, 小=Xiao, 国=Guo, 文=Wen, 海=Hai, 永=Yong, 光=Guang, 俊=Jun, 子=Zi, 忠=Zhong,
德=De, 福=Fu, 春=Chun, 荣=Rong, 祥=Xiang, 胜=Sheng, 庆=Qing, 新=Xin, 成=Cheng, 振=Zhen, 家=Jia, 立=Li,
学=Xue, 天=Tian, 正=Zheng, 宏=Hong, 金=Jin, 云=Yun, 一=Yi, 浩=Hao, 宇=Yu, 嘉=Jia, 伟=Wei, 世=Shi, 大=Da,
绍=Shao, 岩=Yan, 良=Liang
"""

MEN_SECOND = """
明=Ming, 华=Hua, 平=Ping, 军=Jun, 强=Qiang, 伟=Wei, 东=Dong, 林=Lin, 杰=Jie, 峰=Feng, 武=Wu, 斌=Bin,
波=Bo, 辉=Hui, 宇=Yu, 龙=Long, 兴=Xing, 松=Song, 勇=Yong, 飞=Fei, 鹏=Peng, 涛=Tao, 清=Qing, 贵=Gui,
豪=Hao, 轩=Xuan, 泽=Ze, 涵=Han, 博=Bo, 亮=Liang, 瑞=Rui, 康=Kang, 生=Sheng, 雄=Xiong, 民=Min, 弟=Di,
洪=Hong, 远=Yuan, 凯=Kai, 昊=Hao
"""

WOMEN_SINGLE = """
丽=Li, 静=Jing, 敏=Min, 燕=Yan, 芳=Fang, 娟=Juan, 婷=Ting, 雪=Xue, 梅=Mei, 玲=Ling, 萍=Ping, 霞=Xia,
洁=Jie, 倩=Qian, 颖=Ying, 慧=Hui, 琴=Qin, 欣=Xin, 怡=Yi, 琳=Lin, 莉=Li, 红=Hong, 蕾=Lei, 璐=Lu, 瑶=Yao,
薇=Wei
"""

WOMEN_FIRST = """
小=Xiao, 晓=Xiao, 丽=Li, 美=Mei, 秀=Xiu, 爱=Ai, 海=Hai, 春=Chun, 秋=Qiu, 雪=Xue, 佳=Jia, 欣=Xin, 思=Si,
诗=Shi, 雨=Yu, 梦=Meng, 金=Jin, 玉=Yu, 素=Su, 淑=Shu, 月=Yue, 彩=Cai, 建=Jian, 文=Wen, 子=Zi, 嘉=Jia,
一=Yi, 红=Hong, 慧=Hui, 静=Jing, 冬=Dong, 云=Yun, 桂=Gui, 凤=Feng, 巧=Qiao, 雅=Ya, 碧=Bi, 银=Yin,
青=Qing, 依=Yi
"""

WOMEN_SECOND = """
丽=Li, 芳=Fang, 燕=Yan, 敏=Min, 静=Jing, 梅=Mei, 玲=Ling, 红=Hong, 萍=Ping, 娟=Juan, 霞=Xia, 英=Ying,
华=Hua, 兰=Lan, 琴=Qin, 珍=Zhen, 莲=Lian, 香=Xiang, 花=Hua, 菊=Ju, 飞=Fei, 婷=Ting, 琪=Qi, 怡=Yi,
颖=Ying, 洁=Jie, 蓉=Rong, 微=Wei, 妹=Mei, 芬=Fen, 云=Yun, 雯=Wen, 涵=Han, 萱=Xuan, 瑶=Yao, 娜=Na, 蕾=Lei,
君=Jun, 青=Qing, 琳=Lin
"""
