# SPDX-FileCopyrightText: 2026 Ponte contributors
# SPDX-License-Identifier: EUPL-1.2

"""Korean names, in Hangul."""

FAMILIES = """
김=Kim/Gim^20, 이=Lee/Yi/Rhee^14, 박=Park/Bak/Pak^8, 최=Choi/Choe^5, 정=Jung/Jeong/Chung^5, 강=Kang/Gang,
조=Cho/Jo, 윤=Yoon/Yun, 장=Jang/Chang, 임=Lim/Im, 한=Han, 오=Oh/O, 서=Seo/Suh, 신=Shin/Sin, 권=Kwon/Gwon,
황=Hwang, 안=Ahn/An, 송=Song, 전=Jeon/Jun, 홍=Hong, 유=Yoo/Yu, 고=Ko/Go, 문=Moon/Mun, 양=Yang,
손=Son/Sohn, 배=Bae/Pae, 백=Baek/Paik, 허=Heo/Hur, 남=Nam, 심=Shim/Sim, 노=Noh/Roh/No, 하=Ha,
곽=Kwak/Gwak, 성=Sung/Seong, 차=Cha, 주=Joo/Ju, 우=Woo/U, 구=Koo/Gu, 민=Min, 나=Na/Ra, 진=Jin, 지=Ji/Chi,
엄=Eom/Um, 채=Chae, 원=Won, 천=Cheon/Chun, 방=Bang/Pang, 공=Kong/Gong, 현=Hyun/Hyeon, 함=Ham,
변=Byun/Byeon, 염=Yeom/Yum, 여=Yeo, 추=Choo/Chu, 도=Do, 소=So, 석=Seok/Suk, 선=Sun/Seon, 설=Seol/Sul,
마=Ma, 길=Gil/Kil, 연=Yeon, 위=Wi, 표=Pyo, 명=Myung/Myeong, 기=Ki/Gi, 반=Ban, 왕=Wang, 금=Keum/Geum,
옥=Ok, 육=Yook/Yuk, 인=In, 맹=Maeng, 제=Je, 모=Mo, 탁=Tak, 국=Kook/Guk, 어=Eo, 은=Eun, 편=Pyun/Pyeon,
용=Yong, 남궁=Namgung/Nam Gung, 황보=Hwangbo, 제갈=Jegal, 사공=Sagong
"""

MEN_FIRST = """
민, 성, 재, 준, 지, 현, 영, 상, 동, 태, 승, 정, 우, 진, 도, 광, 경, 기, 종, 병, 창, 인, 형, 용
"""

MEN_SECOND = """
준, 호, 우, 훈, 현, 민, 수, 석, 진, 환, 철, 식, 혁, 욱, 규, 빈, 원, 용, 섭, 기, 일, 윤, 범, 찬
"""

WOMEN_FIRST = """
지, 은, 미, 영, 서, 수, 민, 혜, 윤, 하, 현, 유, 경, 정, 선, 소, 예, 명, 가, 숙, 희, 순, 진, 보
"""

WOMEN_SECOND = """
영, 은, 희, 숙, 정, 연, 현, 진, 민, 경, 주, 미, 선, 아, 빈, 원, 자, 혜, 윤, 인, 서, 라, 순, 나
"""
