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
    "review.propose_pairs": _("ha proposto coppie di schede"),
    "review.answer_pair": _("ha risposto su due schede"),
    "review.withdraw_answer": _("ha ritirato una risposta su due schede"),
    "review.confirm_certain": _("ha unito le schede certe"),
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
