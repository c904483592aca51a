# SPDX-FileCopyrightText: 2026 Ponte contributors
# SPDX-License-Identifier: EUPL-1.2

"""What each action of the trail is called, by kinds that one searches for."""

from collections.abc import Mapping

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

Words = Mapping[str, str | Promise]

SIGN_IN: Words = {
    "accounts.sign_in": _("ha fatto l'accesso"),
    "accounts.sign_out": _("ha chiuso la sessione"),
    "accounts.fail_sign_in": _("non ha potuto accedere"),
    "accounts.fail_second_factor": _("ha sbagliato il secondo fattore"),
    "accounts.use_recovery_code": _("ha usato un codice di recupero"),
    "accounts.add_factor": _("ha aggiunto un secondo fattore"),
    "accounts.remove_factor": _("ha tolto un secondo fattore"),
    "accounts.expire_session": _("accesso scaduto"),
    "accounts.end_session": _("ha chiuso un accesso"),
    "accounts.end_sessions": _("ha chiuso gli accessi"),
    "accounts.ask_for_password": _("ha chiesto una nuova password"),
    "accounts.change_password": _("ha cambiato la password"),
    "accounts.choose_password": _("ha scelto una nuova password"),
    "accounts.link_identity": _("ha collegato SPID o CIE"),
    "accounts.accept_invitation": _("ha accettato l'invito"),
}
LOOKS: Words = {
    "people.read_card": _("ha letto la scheda"),
    "people.print_card": _("ha stampato la scheda"),
    "people.read_legal_name": _("ha letto il nome legale"),
    "people.see_people": _("ha visto la persona in una pagina"),
    "people.search_people": _("ha cercato tra le persone"),
    "people.read_notice": _("ha letto un avviso su una persona"),
    "people.preview_import": _("ha visto a chi somigliano le righe di un file"),
    "platform.refuse_page": _("ha chiesto una pagina e non l'ha avuta"),
    "attachments.read_attachment": _("ha aperto un allegato"),
    "attachments.fail_to_read_attachment": _("non ha potuto aprire un allegato"),
}
PRESENCE: Words = {
    "people.ask_presence": _("ha chiesto se una persona è conosciuta"),
    "people.exceed_presence": _("ha fatto troppe domande di presenza"),
    "people.recognise_card": _("ha riconosciuto la persona all'arrivo"),
    "people.ask_referent": _("ha scritto a chi conosce la persona"),
    "people.reply_presence": _("ha risposto a un altro servizio"),
    "people.tell_apart": _("ha detto che è un'altra persona"),
}
WRITES: Words = {
    "people.register_card": _("ha registrato la persona"),
    "people.change_card": _("ha modificato la scheda"),
    "people.add_name": _("ha aggiunto un nome"),
    "people.remove_name": _("ha tolto un nome"),
    "people.add_contact": _("ha aggiunto un recapito"),
    "people.remove_contact": _("ha tolto un recapito"),
    "people.add_identifier": _("ha aggiunto un documento"),
    "people.remove_identifier": _("ha tolto un documento"),
    "people.open_enrolment": _("ha aperto una presa in carico"),
    "people.close_enrolment": _("ha chiuso una presa in carico"),
    "people.reopen_enrolment": _("ha riaperto una presa in carico"),
    "people.decide_same": _("ha unito due schede"),
    "people.decide_different": _("ha tenuto distinte due schede"),
    "people.decide_undo": _("ha annullato una decisione su due schede"),
    "people.split_card": _("ha diviso una scheda"),
    "people.choose_values": _("ha scelto i dati da mostrare"),
    "attachments.add_attachment": _("ha aggiunto un allegato"),
    "attachments.remove_attachment": _("ha tolto un allegato"),
    "learning.propose_weights": _("ha proposto pesi nuovi"),
    "learning.take_weights": _("ha messo in uso pesi nuovi"),
    "learning.leave_weights": _("ha scartato pesi nuovi"),
    "review.propose_pairs": _("ha proposto coppie di schede"),
    "review.answer_pair": _("ha risposto su due schede"),
    "review.withdraw_answer": _("ha ritirato una risposta su due schede"),
    "review.confirm_certain": _("ha unito le schede certe"),
}
ACCESS: Words = {
    "access.share_card": _("ha condiviso la scheda"),
    "access.end_share": _("ha chiuso una condivisione"),
    "access.protect_card": _("ha protetto la scheda"),
    "access.lift_protection": _("ha tolto la protezione"),
    "access.propose_reopening": _("ha proposto chi conoscerà una persona protetta"),
    "access.refuse_reopening": _("non ha autorizzato chi conoscerà una persona protetta"),
    "access.reopen_card": _("ha fatto conoscere una persona protetta ad altri"),
    "access.break_glass": _("ha aperto un accesso di emergenza"),
    "access.close_emergency": _("ha chiuso un accesso di emergenza"),
    "access.review_emergency": _("ha valutato un accesso di emergenza"),
}
RIGHTS: Words = {
    "rights.give_notice": _("ha consegnato un'informativa"),
    "rights.record_agreement": _("ha scritto un consenso"),
    "rights.publish_notice": _("ha pubblicato un'informativa"),
    "rights.translate_notice": _("ha tradotto un'informativa"),
    "rights.save_purpose": _("ha descritto una finalità"),
    "rights.receive_access_request": _("ha ricevuto una richiesta di accesso ai dati"),
    "rights.order_access_file": _("ha chiesto il fascicolo dei dati"),
    "rights.compose_access_file": _("ha composto il fascicolo dei dati"),
    "rights.download_access_file": _("ha scaricato il fascicolo dei dati"),
    "rights.close_access_request": _("ha chiuso una richiesta di accesso ai dati"),
    "rights.ask_correction": _("ha chiesto una correzione"),
    "rights.approved_correction": _("ha accolto una correzione"),
    "rights.refused_correction": _("ha respinto una correzione"),
    "rights.restrict_card": _("ha limitato il trattamento"),
    "rights.lift_restriction": _("ha tolto la limitazione del trattamento"),
    "rights.propose_disposal": _("ha proposto uno scarto"),
    "rights.authorise_disposal": _("ha autorizzato uno scarto"),
    "rights.refuse_disposal": _("ha rifiutato uno scarto"),
    "rights.dispose": _("ha scartato i dati"),
    "rights.set_term": _("ha fissato un termine di conservazione"),
    "rights.download_paper": _("ha scaricato un documento sul trattamento"),
}
REGISTER: Words = {
    "register.record_intervention": _("ha registrato un intervento"),
    "register.correct_intervention": _("ha corretto un intervento"),
    "register.void_intervention": _("ha annullato un intervento"),
    "register.add_indicator": _("ha aggiunto un indicatore"),
    "register.change_indicator": _("ha modificato un indicatore"),
    "register.delete_indicator": _("ha cancellato un indicatore"),
    "register.move_indicator": _("ha spostato un indicatore"),
    "reports.publish_report": _("ha pubblicato un rapporto"),
}
EXPORTS: Words = {
    "register.export_interventions": _("ha scaricato il registro"),
    "register.export_analysis": _("ha scaricato un'analisi"),
    "reports.download_report": _("ha scaricato un rapporto"),
    "oversight.export_trail": _("ha scaricato le tracce"),
}
IMPORTS: Words = {
    "spreadsheets.upload_file": _("ha caricato un file"),
    "spreadsheets.confirm_import": _("ha confermato un'importazione"),
    "spreadsheets.import_file": _("ha importato un file"),
    "spreadsheets.download_refused": _("ha scaricato le righe rifiutate di un file"),
    "spreadsheets.discard_import": _("ha scartato un file"),
    "platform.make_backup": _("ha fatto una copia dell'installazione"),
    "platform.restore_backup": _("ha ripristinato una copia"),
    "demo.fill_installation": _("ha caricato la rete di esempio"),
}
USERS: Words = {
    "accounts.invite_user": _("ha invitato un utente"),
    "accounts.renew_password": _("ha rinnovato una password"),
    "accounts.invite_again": _("ha mandato un altro invito"),
    "accounts.set_identity": _("ha cambiato il codice fiscale di un utente"),
    "accounts.reset_factors": _("ha azzerato un secondo fattore"),
    "accounts.suspend_user": _("ha sospeso un utente"),
    "accounts.reactivate_user": _("ha riattivato un utente"),
    "api.make_token": _("ha fatto un token per un programma"),
    "api.revoke_token": _("ha revocato un token"),
    "api.repeat_request": _("ha ripetuto una richiesta da un programma"),
    "network.give_role": _("ha assegnato un ruolo"),
    "network.take_role": _("ha tolto un ruolo"),
}
NETWORK: Words = {
    "network.create_organisation": _("ha aggiunto un ente"),
    "network.change_organisation": _("ha modificato un ente"),
    "network.create_service": _("ha aggiunto un servizio"),
    "network.change_service": _("ha modificato un servizio"),
    "network.create_project": _("ha aggiunto un progetto"),
    "network.change_project": _("ha modificato un progetto"),
    "network.create_district": _("ha aggiunto un ambito"),
    "network.change_district": _("ha modificato un ambito"),
}
OVERSIGHT: Words = {
    "oversight.search_trail": _("ha cercato nelle tracce"),
    "oversight.read_request": _("ha aperto una richiesta nelle tracce"),
    "oversight.review_unusual": _("ha valutato un accesso insolito"),
    "oversight.read_card_trail": _("ha guardato chi ha visto la scheda"),
}

KINDS: Mapping[str, tuple[str | Promise, Words]] = {
    "looks": (_("Letture di persone"), LOOKS),
    "presence": (_("Domande di presenza"), PRESENCE),
    "writes": (_("Scritture sulle persone"), WRITES),
    "access": (_("Condivisioni ed emergenze"), ACCESS),
    "rights": (_("Diritti delle persone"), RIGHTS),
    "register": (_("Registro e rapporti"), REGISTER),
    "exports": (_("Scarichi ed esportazioni"), EXPORTS),
    "imports": (_("Importazioni"), IMPORTS),
    "sign_in": (_("Entrate e uscite"), SIGN_IN),
    "users": (_("Utenti e ruoli"), USERS),
    "network": (_("Rete dei servizi"), NETWORK),
    "oversight": (_("Vigilanza"), OVERSIGHT),
}
ACTIONS: Words = {action: label for _kind, words in KINDS.values() for action, label in words.items()}


def in_words(action: str) -> str:
    return str(ACTIONS.get(action, action))
