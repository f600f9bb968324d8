from network.forms.logos import LogoField, LogoInput
from network.forms.profile import ProfileForm
from network.forms.years import ThaiYearField

__all__ = ["LogoField", "LogoInput", "ProfileForm", "ThaiYearField"]
