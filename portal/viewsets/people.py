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
    @property
    def columns(self):
        """Wagtail's columns without its second one, which would repeat the e-mail address as a username."""
        names = {"email": _("E-mail")}
        columns = super().columns
        for column in columns:
            column.label = names.get(column.name, column.label)
        return columns

    def order_queryset(self, queryset):
        # Wagtail sorts "name" by last and first name, which are no columns here.
        if (self.ordering or "").lstrip("-") == "name":
            return queryset.order_by(self.ordering)
        return super().order_queryset(queryset)


class UserViewSet(WagtailUserViewSet):
    index_view_class = PeopleView

    def get_form_class(self, for_update: bool = False):
        return PersonEditForm if for_update else PersonCreationForm
