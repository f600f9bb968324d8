"""The CMS's list of people: one name, no username, no passwords set by others."""

from django.utils.translation import gettext_lazy as _
from wagtail.users.forms import UserCreationForm, UserEditForm
from wagtail.users.views.users import IndexView
from wagtail.users.views.users import UserViewSet as WagtailUserViewSet

from portal.models import User

FIELDS = {"email", "title", "name", "phone", "language", "is_superuser", "groups"}


class PersonCreationForm(UserCreationForm):
    # Wagtail's forms declare the two names that our person does not have.
    first_name = None
    last_name = None

    class Meta(UserCreationForm.Meta):
        model = User
        fields = FIELDS

    def save(self, commit: bool = True) -> User:
        # Nobody knows another person's password; the first sign-in is by code.
        self.instance.set_unusable_password()
        return super().save(commit)


class PersonEditForm(UserEditForm):
    first_name = None
    last_name = None

    class Meta(UserEditForm.Meta):
        model = User
        fields = FIELDS | {"is_active"}


class PeopleView(IndexView):
    # Wagtail looks for the two names that our person does not have, and then only in addresses.
    search_fields = ["name", "email", "phone", "sign_in_phone"]

    @property
    def columns(self):
        """Wagtail's columns; its second one holds the e-mail address, and the first is sorted by the one name."""
        columns = super().columns
        for column in columns:
            if column.name == "email":
                column.label = _("E-mail")
            if column.name == "name":
                column.sort_key = "name"
        return columns

    def order_queryset(self, queryset):
        # Wagtail sorts "name" by last and first name, which are no columns here.
        if (self.ordering or "").lstrip("-") == "name":
            return queryset.order_by(self.ordering, "pk")
        return super().order_queryset(queryset)


class UserViewSet(WagtailUserViewSet):
    index_view_class = PeopleView

    def get_form_class(self, for_update: bool = False):
        return PersonEditForm if for_update else PersonCreationForm
