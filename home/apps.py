from django.apps import AppConfig
from django.db.models.signals import post_save, pre_save
from django.utils.translation import gettext_lazy as _


class HomeConfig(AppConfig):
    name = "home"
    verbose_name = _("Pages of the site")

    def ready(self) -> None:
        from wagtail.images import get_image_model

        from home import pictures

        # By signal, not in a form: the demo, the shell and wagtail-localize upload pictures without one.
        pre_save.connect(pictures.clean_upload, sender=get_image_model(), dispatch_uid="clean_upload")
        post_save.connect(pictures.prepare_sizes, sender=get_image_model(), dispatch_uid="prepare_sizes")
