"""The licence of each package that the wheel needs, as the package names it: `python -m tests.licences`."""

from importlib.metadata import PackageNotFoundError, distribution

from packaging.requirements import Requirement

OURS = "bukhara-monitor"


def needed(name: str = OURS) -> dict[str, str]:
    """Return the version of each package that is installed because `name` needs it, in the order of names."""
    found: dict[str, str] = {}
    asked = [Requirement(name)]
    while asked:
        requirement = asked.pop()
        key = requirement.name.lower().replace("_", "-")
        if key in found:
            continue
        try:
            package = distribution(requirement.name)
        except PackageNotFoundError:
            continue
        found[key] = package.version
        for line in package.requires or ():
            needs = Requirement(line)
            extras = requirement.extras or {""}
            if needs.marker is None or any(needs.marker.evaluate({"extra": extra}) for extra in extras):
                asked.append(needs)
    return dict(sorted((each, version) for each, version in found.items() if each != name))


def licence(name: str) -> str:
    """Return the licence of a package: its expression, else its classifiers, else the first words of its text."""
    said = distribution(name).metadata
    if expression := said.get("License-Expression"):
        return str(expression)
    classifiers = (each for each in said.get_all("Classifier") or () if each.startswith("License ::"))
    named = ", ".join(each.rpartition(" :: ")[2] for each in classifiers)
    return named or (said.get("License") or "not named").strip().partition("\n")[0]


if __name__ == "__main__":
    for each, version in needed().items():
        print(f"{each} {version}: {licence(each)}")
