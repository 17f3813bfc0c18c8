"""The settings of the program, read from `BUKHARA_*` variables or a `.env` file. No data is opened here."""

import os
import re
from datetime import date
from enum import StrEnum
from pathlib import Path
from typing import Annotated, Literal, Self
from urllib.parse import urlsplit
from zoneinfo import ZoneInfo

from platformdirs import user_data_path
from pydantic import AliasChoices, Field, field_validator, model_validator
from pydantic_settings import BaseSettings, NoDecode, SettingsConfigDict

from bukhara.errors import UnsafeSettings

FRAMEWORK_NAME = "indicators.yaml"
KNOWN_LANGUAGES = ("en", "ru", "en_XA")
_LOOPBACK = ("127.0.0.1", "::1", "localhost")
_DEVELOPING = ("FLASK_DEBUG", "DASH_DEBUG", "DASH_UI", "DASH_HOT_RELOAD", "DASH_MCP_ENABLED")
_SHORTEST_SECRET = 32
_FEWEST_CHARACTERS = 10
_FOLDER = re.compile(r"(/[\w.~-]+)*/?", re.ASCII)
_TEMPLATE = re.compile("secret|change|replace|example|password|bukhara", re.IGNORECASE)
_MAIL_ADDRESS = r"^([^@\s?&]+@[^@\s?&]+\.[^@\s?&]+)?$"
_VARIABLE = re.compile(r"^\s*(?:export\s+)?(BUKHARA_\w+)\s*=", re.MULTILINE | re.IGNORECASE)


_PACKAGES = Path(__file__).resolve().parents[1]
_INSTALLED = _PACKAGES / "bukhara_monitor"
ROOT = _INSTALLED if _INSTALLED.is_dir() else _PACKAGES
"""The folder of `app.py`, pages and data: the checkout, or where the wheel puts them."""
BASE = Path.cwd() if ROOT is _INSTALLED else ROOT
"""Where `.env` lies and relative paths of settings start: the checkout, or the folder where an installed program was
started."""
_VAR = user_data_path("bukhara-monitor") if ROOT is _INSTALLED else ROOT / "var"


class MailTls(StrEnum):
    """How the connection to the mail server is made safe: after it has begun, from the beginning, or not."""

    STARTTLS = "starttls"
    TLS = "tls"
    NONE = "none"


class Settings(BaseSettings):
    """All settings with their defaults; relative paths start at BASE."""

    model_config = SettingsConfigDict(
        env_prefix="BUKHARA_",
        env_ignore_empty=True,
        env_file=BASE / ".env",
        env_file_encoding="utf-8-sig",
        extra="ignore",
        populate_by_name=True,
        frozen=True,
    )

    host: str = "127.0.0.1"
    port: int = Field(default=8050, ge=0, le=65535)
    exercise: bool = Field(default=False, validation_alias=AliasChoices("BUKHARA_EXERCISE", "EXERCISE"))
    var_dir: Path = _VAR
    data_dir: Path = ROOT / "data"
    framework_file: Path = ROOT / FRAMEWORK_NAME
    database_url: str = ""
    new_store: bool = True
    languages: Annotated[tuple[str, ...], NoDecode] = ("en", "ru")
    secret_key: str = Field(default="", repr=False)
    base_url: str = ""
    proxy_hops: int = Field(default=0, ge=0, le=5)
    session_idle_minutes: int = Field(default=60, ge=5, le=1440)
    session_hours: int = Field(default=12, ge=1, le=168)
    oidc_issuer: str = ""
    oidc_client_id: str = ""
    oidc_client_secret: str = Field(default="", repr=False)
    log_level: str = "INFO"
    log_format: Literal["text", "json"] = "text"
    workers: int = Field(default=2, ge=1, le=64)
    worker_requests: int = Field(default=20_000, ge=0)
    cache_mb: int = Field(default=32, ge=0, le=1024)
    disclosure_guard: bool = True
    public_reports: bool = True
    questions_from: date | None = None
    two_persons: bool = False
    time_zone: str = "Asia/Samarkand"
    max_upload_mb: int = Field(default=10, ge=1, le=10)
    uploads_a_day: int = Field(default=2000, ge=1)
    upload_mb_a_day: int = Field(default=500, ge=1)
    draft_days: int = Field(default=90, ge=1)
    next_update: date | None = None
    pack_template: Path | None = None
    mail_host: str = ""
    mail_port: int = Field(default=587, ge=1, le=65535)
    mail_tls: MailTls = MailTls.STARTTLS
    mail_user: str = ""
    mail_password_file: Path | None = None
    mail_sender: str = Field(default="", pattern=_MAIL_ADDRESS)
    error_reports_to: str = Field(default="", pattern=_MAIL_ADDRESS)

    @field_validator("languages", mode="before")
    @classmethod
    def _split(cls, value: object) -> object:
        return tuple(part.strip() for part in value.split(",") if part.strip()) if isinstance(value, str) else value

    @field_validator("languages")
    @classmethod
    def _known(cls, value: tuple[str, ...]) -> tuple[str, ...]:
        unknown = [language for language in value if language not in KNOWN_LANGUAGES]
        if unknown or not value:
            raise ValueError(f"choose among {', '.join(KNOWN_LANGUAGES)}")
        return value

    @field_validator("log_level")
    @classmethod
    def _level(cls, value: str) -> str:
        if value.upper() not in ("DEBUG", "INFO", "WARNING", "ERROR", "CRITICAL"):
            raise ValueError("choose among DEBUG, INFO, WARNING, ERROR, CRITICAL")
        return value.upper()

    @property
    def address(self) -> str:
        """The address of the site without a slash: as set, else that of this server on this machine."""
        return (self.base_url or f"http://{self.host}:{self.port}").rstrip("/")

    @property
    def folder(self) -> str:
        """The folder in which another site serves this one, such as `/bukhara`; empty without one."""
        return urlsplit(self.base_url).path.rstrip("/")

    @property
    def origin(self) -> str:
        """The address of the site without its folder."""
        return self.address.removesuffix(self.folder)

    @property
    def has_tls(self) -> bool:
        """Whether readers come by TLS."""
        return self.base_url.startswith("https://")

    @field_validator("base_url")
    @classmethod
    def _address(cls, value: str) -> str:
        parts = urlsplit(value)
        is_site = parts.scheme in ("http", "https") and parts.hostname and not parts.query + parts.fragment
        if value and not (is_site and _FOLDER.fullmatch(parts.path)):
            raise ValueError("write it like https://monitor.example or https://ministry.example/bukhara")
        return value

    @field_validator("time_zone")
    @classmethod
    def _zone(cls, value: str) -> str:
        try:
            ZoneInfo(value)
        except (KeyError, ValueError, OSError) as error:
            raise ValueError("choose a zone by its name, like Asia/Samarkand") from error
        return value

    @model_validator(mode="after")
    def _resolve_paths(self) -> Self:
        given = self.model_fields_set
        tail = Path("exercise") if self.exercise else Path()
        var_dir = self.var_dir if "var_dir" in given else self.var_dir / tail
        data_dir = self.data_dir if "data_dir" in given else self.data_dir / tail
        placed = {
            "var_dir": BASE / var_dir,
            "data_dir": BASE / data_dir,
            "framework_file": BASE / self.framework_file,
        }
        for name, value in placed.items():
            object.__setattr__(self, name, value)
        if not self.database_url:
            object.__setattr__(self, "database_url", f"sqlite:///{placed['var_dir'] / 'bukhara.sqlite'}")
        return self

    @property
    def has_store(self) -> bool:
        """Whether the store exists; a store on a database server is assumed to exist."""
        return self.store_file is None or self.store_file.exists()

    @property
    def store_file(self) -> Path | None:
        """The file of an SQLite store; None for a store on a database server."""
        path = self.database_url.removeprefix("sqlite:///")
        return None if path == self.database_url else Path(path)


def variables_without_effect() -> list[str]:
    """Return the BUKHARA_* variables of the environment and of the `.env` file that are no setting."""
    file = Path(str(Settings.model_config["env_file"]))
    written = file.read_text(encoding="utf-8-sig") if file.is_file() else ""
    given = {name.upper() for name in (*os.environ, *_VARIABLE.findall(written))}
    settings = {f"BUKHARA_{name.upper()}" for name in Settings.model_fields}
    return sorted(name for name in given - settings if name.startswith("BUKHARA_"))


def refuse_unsafe(settings: Settings) -> None:
    """Raise UnsafeSettings, with the reason, for settings with which the program must not start."""
    public = settings.host not in _LOOPBACK
    if public and not settings.secret_key:
        raise UnsafeSettings(
            f"BUKHARA_HOST={settings.host} is open to the network, which needs BUKHARA_SECRET_KEY (at least "
            f"{_SHORTEST_SECRET} random characters)"
        )
    if public and not settings.base_url:
        raise UnsafeSettings(
            f"BUKHARA_HOST={settings.host} is open to the network, which needs BUKHARA_BASE_URL: the address that "
            "readers type, such as https://monitor.example"
        )
    if settings.store_file is None and not settings.secret_key:
        raise UnsafeSettings(
            "machines that share a store on PostgreSQL need the same BUKHARA_SECRET_KEY: with keys of their own they "
            "refuse the forms that the others drew. Make one with: bukhara secret"
        )
    _refuse_weak_key(settings.secret_key)
    _refuse_half_provider(settings)
    _refuse_half_mail(settings)
    for_others = bool(public or settings.secret_key or settings.base_url)
    if for_others:
        _refuse_developing()
    if not settings.disclosure_guard and for_others:
        raise UnsafeSettings("BUKHARA_DISCLOSURE_GUARD may be off on this machine alone, never for other readers")
    if not settings.database_url.startswith(("sqlite:///", "postgresql://", "postgresql+psycopg://")):
        raise UnsafeSettings("BUKHARA_DATABASE_URL must begin with sqlite:/// or postgresql+psycopg://")
    if "en" not in settings.languages:
        raise UnsafeSettings("BUKHARA_LANGUAGES must hold en, the language of the quotes")


def _refuse_weak_key(key: str) -> None:
    if key and len(key) < _SHORTEST_SECRET:
        raise UnsafeSettings(f"BUKHARA_SECRET_KEY is shorter than {_SHORTEST_SECRET} characters")
    if key and (len(set(key)) < _FEWEST_CHARACTERS or _TEMPLATE.search(key)):
        raise UnsafeSettings("BUKHARA_SECRET_KEY is no random text; make one with: bukhara secret")


def _refuse_developing() -> None:
    found = [name for name in _DEVELOPING if os.environ.get(name, "").lower() not in ("", "0", "false", "no", "off")]
    if found:
        raise UnsafeSettings(f"{found[0]} is set: it is for developing on this machine alone, never for other readers")


def _refuse_half_mail(settings: Settings) -> None:
    if bool(settings.mail_host) != bool(settings.mail_sender):
        raise UnsafeSettings("BUKHARA_MAIL_HOST and BUKHARA_MAIL_SENDER go together")
    if bool(settings.mail_user) != bool(settings.mail_password_file):
        raise UnsafeSettings("BUKHARA_MAIL_USER and BUKHARA_MAIL_PASSWORD_FILE go together")
    if settings.mail_user and settings.mail_tls is MailTls.NONE and settings.mail_host not in _LOOPBACK:
        raise UnsafeSettings("BUKHARA_MAIL_TLS=none would send the password of the mail server to others")


def _refuse_half_provider(settings: Settings) -> None:
    given = (settings.oidc_issuer, settings.oidc_client_id, settings.oidc_client_secret)
    if any(given) and not all(given):
        raise UnsafeSettings("BUKHARA_OIDC_ISSUER, BUKHARA_OIDC_CLIENT_ID and BUKHARA_OIDC_CLIENT_SECRET go together")
    issuer = urlsplit(settings.oidc_issuer)
    if issuer.scheme != "https" and issuer.hostname not in (None, *_LOOPBACK):
        raise UnsafeSettings("BUKHARA_OIDC_ISSUER must begin with https://")
