"""The part of the settings about people: how they sign in. Imported by portal/settings.py alone."""

from django.core.exceptions import ImproperlyConfigured

from portal.environment import DEMO, PRODUCTION, VAR_DIR, env
from portal.sms.addresses import BODY, sender

AUTH_USER_MODEL = "portal.User"
# allauth's backend keeps Django's permissions and answers equally fast for unknown addresses.
AUTHENTICATION_BACKENDS = ["allauth.account.auth_backends.AuthenticationBackend"]
# Argon2 costs a quarter of PBKDF2's processor time per sign-in on a small server.
PASSWORD_HASHERS = [
    "django.contrib.auth.hashers.Argon2PasswordHasher",
    "django.contrib.auth.hashers.PBKDF2PasswordHasher",
]
AUTH_PASSWORD_VALIDATORS = [
    {"NAME": "django.contrib.auth.password_validation.UserAttributeSimilarityValidator"},
    {"NAME": "django.contrib.auth.password_validation.MinimumLengthValidator", "OPTIONS": {"min_length": 10}},
    {"NAME": "django.contrib.auth.password_validation.CommonPasswordValidator"},
    {"NAME": "django.contrib.auth.password_validation.NumericPasswordValidator"},
]
LOGIN_URL = WAGTAILADMIN_LOGIN_URL = "account_login"
LOGIN_REDIRECT_URL = "account"

# Behind the web server everybody would share its address, and with it the limits by address.
ALLAUTH_TRUSTED_PROXY_COUNT = int(env.bool("BEHIND_PROXY", default=PRODUCTION))
ALLAUTH_USER_CODE_FORMAT = {"numeric": True, "length": 6, "dashed": False}
ACCOUNT_ADAPTER = "portal.accounts.adapters.AccountAdapter"
ACCOUNT_FORMS = {
    "login": "portal.accounts.forms.LoginForm",
    "signup": "portal.accounts.forms.SignupForm",
    "request_login_code": "portal.accounts.forms.RequestLoginCodeForm",
    "verify_phone": "portal.accounts.forms.VerifyPhoneForm",
    "confirm_login_code": "portal.accounts.forms.ConfirmLoginCodeForm",
    "confirm_email_verification_code": "portal.accounts.forms.ConfirmEmailCodeForm",
    "confirm_password_reset_code": "portal.accounts.forms.ConfirmResetCodeForm",
}

ACCOUNT_USER_MODEL_USERNAME_FIELD = None
ACCOUNT_LOGIN_METHODS = {"email", "phone"}
# Our form asks for one of them in one field; allauth wants the address among the required ones.
ACCOUNT_SIGNUP_FIELDS = ["email*", "phone"]
ACCOUNT_EMAIL_VERIFICATION = "mandatory"
ACCOUNT_EMAIL_VERIFICATION_BY_CODE_ENABLED = True
ACCOUNT_EMAIL_VERIFICATION_SUPPORTS_RESEND = True
ACCOUNT_LOGIN_BY_CODE_ENABLED = True
ACCOUNT_LOGIN_BY_CODE_SUPPORTS_RESEND = True
# Mail to a phone in the provinces may take a while.
ACCOUNT_LOGIN_BY_CODE_TIMEOUT = 15 * 60
ACCOUNT_PASSWORD_RESET_BY_CODE_ENABLED = True
ACCOUNT_PASSWORD_RESET_BY_CODE_TIMEOUT = 15 * 60
ACCOUNT_PHONE_VERIFICATION_SUPPORTS_RESEND = True
# Each message costs the council money; a slip of the finger must not cost the person a minute.
ACCOUNT_RATE_LIMITS = {
    "send_sms": "3/10m/key,10/d/key,20/h/ip",
    "change_phone": "5/m/user",
    # Guessing the code of a paper form or of an invitation: 10 of 31^8.
    "take_over": "10/h/user,10/h/ip",
    # allauth's own limit ends in an error page without words; the one above says what to do.
    "verify_phone": None,
}
ACCOUNT_LOGOUT_REDIRECT_URL = "/"
ACCOUNT_SESSION_REMEMBER = True
ACCOUNT_PREVENT_ENUMERATION = True
ACCOUNT_EMAIL_NOTIFICATIONS = True
ACCOUNT_DEFAULT_HTTP_PROTOCOL = "https" if PRODUCTION else "http"
MFA_SUPPORTED_TYPES = ["totp", "webauthn", "recovery_codes"]
MFA_PASSKEY_LOGIN_ENABLED = True
MFA_WEBAUTHN_ALLOW_INSECURE_ORIGIN = not PRODUCTION
# Whoever types slowly has the code before last on the screen.
MFA_TOTP_TOLERANCE = 1
MFA_ADAPTER = "portal.accounts.adapters.MFAAdapter"
MFA_FORMS = {
    "authenticate": "portal.accounts.forms.AuthenticateForm",
    "reauthenticate": "portal.accounts.forms.ReauthenticateForm",
    "add_webauthn": "portal.accounts.forms.AddPasskeyForm",
    "edit_webauthn": "portal.accounts.forms.RenamePasskeyForm",
    "login_webauthn": "portal.accounts.forms.LoginPasskeyForm",
    "activate_totp": "portal.accounts.forms.ActivateAppForm",
}

# Codes to phones. Without SMS_URL production knows no sign-in by phone.
SMS_URL = env.str("SMS_URL", default=f"file://{VAR_DIR / 'sms'}" if DEMO else "" if PRODUCTION else "console://")
if PRODUCTION and SMS_URL.startswith(("http+", "file:", "console:")):
    raise ImproperlyConfigured("SMS_URL: codes leave a production server through https+json only")
SMS = sender(SMS_URL, authorization=env.str("SMS_AUTHORIZATION", default=""), body=env.str("SMS_BODY", default=BODY))

# LINE: no channel, no button. Its addresses are settings so that a test can put a stand-in in their place.
LINE_CHANNEL_ID = env.str("LINE_CHANNEL_ID", default="")
LINE_CHANNEL_SECRET = env.str("LINE_CHANNEL_SECRET", default="")
LINE_ACCESS_URL = env.str("LINE_ACCESS_URL", default="https://access.line.me")
LINE_API_URL = env.str("LINE_API_URL", default="https://api.line.me")
if PRODUCTION and (LINE_ACCESS_URL, LINE_API_URL) != ("https://access.line.me", "https://api.line.me"):
    raise ImproperlyConfigured("LINE_ACCESS_URL, LINE_API_URL: production talks to LINE itself")
if bool(LINE_CHANNEL_ID) != bool(LINE_CHANNEL_SECRET):
    raise ImproperlyConfigured("LINE_CHANNEL_ID, LINE_CHANNEL_SECRET: both or neither")
SOCIALACCOUNT_ADAPTER = "portal.accounts.adapters.SocialAdapter"
SOCIALACCOUNT_EMAIL_REQUIRED = False
SOCIALACCOUNT_PROVIDERS = {
    "line": {
        "APPS": [{"client_id": LINE_CHANNEL_ID, "secret": LINE_CHANNEL_SECRET}] if LINE_CHANNEL_ID else [],
        "SCOPE": ["openid", "profile"],
        "OAUTH_PKCE_ENABLED": True,
    }
}

# Whoever works in the CMS shows a second factor. Only the demo, whose passwords everyone knows, goes without.
CMS_SECOND_FACTOR = env.bool("CMS_SECOND_FACTOR", default=not DEMO)
if not (CMS_SECOND_FACTOR or DEMO):
    raise ImproperlyConfigured("CMS_SECOND_FACTOR: only the demonstration (PORTAL_DEMO=1) may switch it off")
