"""How often a reader with a linear program narrows a protected group, at full size; decision 0028 has the numbers."""

from tests.properties import disclosure_count

SIZES = {"tables": 400, "words": 400, "sequences": 20}


def table() -> None:
    """Print what each attack finds of the rule and of primary suppression alone."""
    print(
        "\n| attack | under | made | groups | narrowed | changes | narrowed | rows shown |\n|---|---|---|---|---|---|---|---|"
    )
    for attack, size in SIZES.items():
        for rule in disclosure_count.RULES:
            found = getattr(disclosure_count, attack)(range(size), rule)
            print(
                f"| {attack} | {rule} | {size} | {found['groups']} | {found['narrowed']} "
                f"| {found['changes']} | {found['changes narrowed']} | {found['rows shown']} of {found['rows']} |"
            )


if __name__ == "__main__":
    table()
