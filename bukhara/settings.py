"""The settings of the program, read from `BUKHARA_*` variables or a `.env` file. No data is opened here."""

import os
import re
from datetime import date
from pathlib import Path
from typing import Annotated, Literal, Self
from urllib.parse import urlsplit
from zoneinfo import ZoneInfo

from platformdirs import user_data_path
from pydantic import AliasChoices, Field, field_validator, model_validator
from pydantic_settings import BaseSettings, NoDecode, SettingsConfigDict

from bukhara.errors import UnsafeSettings
from bukhara.i18n.languages import known_languages
from bukhara.root import INSTALLED, ROOT
from bukhara.wing import wings

FRAMEWORK_NAME = "indicators.yaml"
_LOOPBACK = ("127.0.0.1", "::1", "localhost")
_DEVELOPING = ("FLASK_DEBUG", "DASH_DEBUG", "DASH_UI", "DASH_HOT_RELOAD", "DASH_MCP_ENABLED")
_SHORTEST_SECRET = 32
_FEWEST_CHARACTERS = 10
_FOLDER = re.compile(r"(/[\w.~-]+)*/?", re.ASCII)
_TEMPLATE = re.compile("secret|change|replace|example|password|bukhara", re.IGNORECASE)
_MAIL_ADDRESS = r"^([^@\s?&]+@[^@\s?&]+\.[^@\s?&]+)?$"
_TELEPHONE = re.compile(r"\+?[\d ()-]{5,}")
_VARIABLE = re.compile(r"^\s*(?:export\s+)?(BUKHARA_\w+)\s*=", re.MULTILINE | re.IGNORECASE)
BASE = Path.cwd() if ROOT is INSTALLED else ROOT
"""Where `.env` lies and relative paths of settings start: the checkout, or the folder where an installed program was
started."""
_VAR = user_data_path("bukhara-monitor") if ROOT is INSTALLED else ROOT / "var"


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
    """Address to listen on; any other than loopback needs a secret key and a base URL."""
    port: int = Field(default=8050, ge=0, le=65535)
    """Port to listen on."""
    workers: int = Field(default=2, ge=1, le=64)
    """Worker processes, which share the processor."""
    worker_requests: int = Field(default=20_000, ge=0)
    """A worker is replaced after so many requests; 0: never."""
    cache_mb: int = Field(default=32, ge=0, le=1024)
    """Size of the finished answers (pages, tables) that each worker keeps."""
    exercise: bool = Field(default=False, validation_alias=AliasChoices("BUKHARA_EXERCISE", "EXERCISE"))
    """Serve the exercise; `EXERCISE` is read too."""
    var_dir: Path = _VAR
    """Folder of what is kept at run time; for the exercise `exercise` below it."""
    data_dir: Path = ROOT / "data"
    """Workbooks published on the first start; for the exercise `exercise` below it."""
    framework_file: Path = ROOT / FRAMEWORK_NAME
    """The framework: items, indicators, method."""
    database_url: str = ""
    """`sqlite:///FILE` or `postgresql+psycopg://user:password@host/name`; without it a file in the var folder."""
    new_store: bool = True
    """`false`: only `bukhara init` makes a store, so that a disk that was not mounted is not filled anew."""
    languages: Annotated[tuple[str, ...], NoDecode] = ("en", "ru")
    """Languages a reader may choose, among en (must be there), ru, en_XA and any other with a catalogue."""
    secret_key: str = Field(default="", repr=False)
    """At least 32 random characters; signs form tokens. On this machine one is made and kept in the var folder
    (`secret.key`, 0600)."""
    base_url: str = ""
    """Address that readers type, such as `https://monitor.example`, or `https://ministry.example/bukhara` in a folder
    of another site; other host names are refused, without it all but those of this machine; with https cookies are
    `Secure`."""
    proxy_hops: int = Field(default=0, ge=0, le=5)
    """Number of proxies in front that set `X-Forwarded-For` and `-Proto`; without it all readers behind a proxy share
    one address."""
    session_idle_minutes: int = Field(default=60, ge=5, le=1440)
    """A session ends after so long a rest."""
    session_hours: int = Field(default=12, ge=1, le=168)
    """A session ends after so long in any case."""
    oidc_issuer: str = ""
    """OpenID provider to sign in by; nothing is contacted without it."""
    oidc_client_id: str = ""
    """What the provider calls this server."""
    oidc_client_secret: str = Field(default="", repr=False)
    """Its secret there; the redirect address is `/sign-in/oidc/back`."""
    disclosure_guard: bool = True
    """Withhold small unpublished counts of persons, round the others; off only on this machine alone."""
    public_reports: bool = True
    """Show what public sources report since the conference, not confirmed."""
    questions_from: date | None = None
    """Day such as `2026-12-01`, from which the commission of a state sees the questions to it; organisers and the
    secretariat always see them, others never."""
    two_persons: bool = False
    """Another person approves a draft, publishes a reply, and takes back a release; no workbook is published without
    an approval."""
    time_zone: str = "Asia/Samarkand"
    """Zone of the time of a publication where none is chosen."""
    max_upload_mb: int = Field(default=10, ge=1, le=10)
    """Largest file that may be sent."""
    uploads_a_day: int = Field(default=2000, ge=1)
    """Files that one account may send in 24 hours."""
    upload_mb_a_day: int = Field(default=500, ge=1)
    """Megabytes that one account may send in 24 hours, withdrawn files included."""
    draft_days: int = Field(default=90, ge=1)
    """Days after which a draft that nobody sent for review is withdrawn."""
    next_update: date | None = None
    """Day of the next update (`2027-03-31`), named on `/releases`."""
    contact: str = ""
    """Whom readers write to, on every page, in briefs and at sign-in: mail address, telephone or page of the
    secretariat, more than one with `;` between them. Without it, `BUKHARA_ERROR_REPORTS_TO`."""
    hotline: str = ""
    """Where somebody in need finds help, such as `Hotline 1148`; shown where a reader reports a fault."""
    error_reports_to: str = Field(default="", pattern=_MAIL_ADDRESS)
    """Mail address of `/.well-known/security.txt`."""
    log_level: str = "INFO"
    """DEBUG, INFO, WARNING, ERROR or CRITICAL, for the log on standard error."""
    log_format: Literal["text", "json"] = "text"
    """`json`: each entry of the log is one JSON object a line; one of a request has `method`, `path`, `status`, `ms`,
    `id`."""

    @field_validator("languages", mode="before")
    @classmethod
    def _split(cls, value: object) -> object:
        return tuple(part.strip() for part in value.split(",") if part.strip()) if isinstance(value, str) else value

    @field_validator("languages")
    @classmethod
    def _known(cls, value: tuple[str, ...]) -> tuple[str, ...]:
        unknown = [language for language in value if language not in known_languages()]
        if unknown or not value:
            raise ValueError(f"choose among {', '.join(known_languages())}")
        return value

    @field_validator("log_level")
    @classmethod
    def _level(cls, value: str) -> str:
        if value.upper() not in ("DEBUG", "INFO", "WARNING", "ERROR", "CRITICAL"):
            raise ValueError("choose among DEBUG, INFO, WARNING, ERROR, CRITICAL")
        return value.upper()

    @property
    def contacts(self) -> tuple[tuple[str, str], ...]:
        """Whom readers write to: each as it is shown, with its link; the link is empty where it is none we know."""
        given = (part.strip() for part in (self.contact or self.error_reports_to).split(";"))
        return tuple((each, _link(each)) for each in given if each)

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
        placed = {"var_dir": BASE / var_dir, "data_dir": BASE / data_dir, "framework_file": BASE / self.framework_file}
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


def _link(contact: str) -> str:
    if contact.startswith("https://"):
        return contact
    if re.match(_MAIL_ADDRESS, contact):
        return f"mailto:{contact}"
    return "tel:" + re.sub(r"[^+\d]", "", contact) if _TELEPHONE.fullmatch(contact) else ""


def variables_without_effect() -> list[str]:
    """Return the BUKHARA_* variables of the environment and of the `.env` file that are no setting."""
    file = Path(str(Settings.model_config["env_file"]))
    written = file.read_text(encoding="utf-8-sig") if file.is_file() else ""
    given = {name.upper() for name in (*os.environ, *_VARIABLE.findall(written))}
    settings = {f"BUKHARA_{name.upper()}" for name in Settings.model_fields}
    settings.update(name for wing in wings().values() for name in wing.settings)
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


def _refuse_half_provider(settings: Settings) -> None:
    given = (settings.oidc_issuer, settings.oidc_client_id, settings.oidc_client_secret)
    if any(given) and not all(given):
        raise UnsafeSettings("BUKHARA_OIDC_ISSUER, BUKHARA_OIDC_CLIENT_ID and BUKHARA_OIDC_CLIENT_SECRET go together")
    issuer = urlsplit(settings.oidc_issuer)
    if issuer.scheme != "https" and issuer.hostname not in (None, *_LOOPBACK):
        raise UnsafeSettings("BUKHARA_OIDC_ISSUER must begin with https://")
