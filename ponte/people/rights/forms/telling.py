# SPDX-FileCopyrightText: 2026 Ponte contributors
# SPDX-License-Identifier: EUPL-1.2

"""Forms for notices, purposes and agreements."""

from collections.abc import Sequence
from typing import Any

from django import forms
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from ponte.network.models import Service
from ponte.people.rights.models import Agreement, Channel, NoticeText, NoticeVersion, Purpose
from ponte.platform import codes


class InNameOf(forms.Form):
    """A form that is filled in the name of one of the user's services; with one, nobody is asked which."""

    service = forms.ModelChoiceField(label=_("Servizio"), queryset=Service.objects.none(), empty_label=None)

    def __init__(self, *args: Any, services: Sequence[Service], **options: Any) -> None:
        super().__init__(*args, **options)
        field = self.fields["service"]
        assert isinstance(field, forms.ModelChoiceField)  # noqa: S101
        field.queryset = Service.objects.filter(pk__in=[service.pk for service in services]).order_by("name")
        field.initial = services[0].pk if services else None
        if len(services) == 1:
            field.widget = forms.HiddenInput()


class GiveNoticeForm(InNameOf):
    language = forms.ChoiceField(label=_("Lingua"))
    channel = forms.ChoiceField(label=_("Come"), choices=Channel)
    on = forms.DateField(label=_("Quando"), initial=timezone.localdate, widget=forms.DateInput())

    field_order = ("language", "channel", "on", "service")

    def __init__(self, *args: Any, version: NoticeVersion, preferred: Sequence[str], **options: Any) -> None:
        super().__init__(*args, **options)
        written = [text.language for text in version.texts.all()]
        field = self.fields["language"]
        assert isinstance(field, forms.ChoiceField)  # noqa: S101
        field.choices = [(code, codes.language_name(code)) for code in written]
        field.initial = next((code for code in preferred if code in written), "ita" if "ita" in written else None)


class AgreementForm(InNameOf):
    verdict = forms.ChoiceField(label=_("Consenso"), choices=Agreement.Verdict, widget=forms.RadioSelect)
    channel = forms.ChoiceField(label=_("Come"), choices=Channel)
    on = forms.DateField(label=_("Quando"), initial=timezone.localdate, widget=forms.DateInput())
    said_as = forms.ChoiceField(
        label=_("Chi lo dice"), choices=Agreement.SaidAs, initial=Agreement.SaidAs.SELF,
        help_text=_("Per un minore, di solito un genitore o il tutore."),
    )  # fmt: skip
    said_by = forms.CharField(
        label=_("Nome di chi lo dice per la persona"), max_length=150, required=False,
    )  # fmt: skip
    note = forms.CharField(label=_("Nota"), max_length=300, required=False, widget=forms.Textarea(attrs={"rows": 2}))


class NoticeForm(forms.ModelForm):  # type: ignore[type-arg]
    language = forms.ChoiceField(label=_("Lingua del testo"), initial="ita")
    text = forms.CharField(
        label=_("Testo"), widget=forms.Textarea(attrs={"rows": 14, "dir": "auto"}),
        help_text=_("Una riga vuota separa i paragrafi. Le altre lingue si aggiungono dopo."),
    )  # fmt: skip

    class Meta:
        model = NoticeVersion
        fields = ("name", "valid_from", "changes")

    def __init__(self, *args: Any, **options: Any) -> None:
        super().__init__(*args, **options)
        _offer_languages(self.fields["language"])
        self.fields["valid_from"].initial = timezone.localdate
        self.fields["valid_from"].widget = forms.DateInput()


class TranslationForm(forms.ModelForm):  # type: ignore[type-arg]
    class Meta:
        model = NoticeText
        fields = ("language", "text")

    def __init__(self, *args: Any, **options: Any) -> None:
        super().__init__(*args, **options)
        self.fields["language"] = forms.ChoiceField(label=_("Lingua"))
        _offer_languages(self.fields["language"])
        self.fields["text"].widget = forms.Textarea(attrs={"rows": 14, "dir": "auto"})


class PurposeForm(forms.ModelForm):  # type: ignore[type-arg]
    class Meta:
        model = Purpose
        fields = (
            "name", "name_en", "slug", "service", "basis", "basis_text", "on_withdrawal", "on_withdrawal_en",
            "position", "is_active",
        )  # fmt: skip


def _offer_languages(field: forms.Field) -> None:
    assert isinstance(field, forms.ChoiceField)  # noqa: S101
    field.choices = codes.language_choices()
