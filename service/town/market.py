"""The shops of a town, their products, and their programs for the friends of buyers."""

from dataclasses import dataclass
from random import Random

from service.town.clock import DAY, waking
from service.town.tables import Tables
from service.town.words import Family, families, names

SHOPS, AT_USERS, GROWTH = 60, 500, 0.6
PER_SHOP = (6, 9)
CURRENCY = "CNY"
BUDGET = 200  # coupons a month for each district, in a program with a budget


@dataclass(frozen=True, slots=True)
class Product:
    """Something on sale."""

    id: str
    name: str
    family: Family
    price_fen: int


@dataclass(frozen=True, slots=True)
class Program:
    """A shop's program; `off` is the discount on a price."""

    kind: str
    value: int
    max_off_fen: int | None
    min_spend_fen: int
    quota: int
    claim_days: int
    use_days: int
    monthly_budget: int | None
    heroes: tuple[str, ...]
    starts: int
    ends: int | None
    restore: bool

    def off(self, price_fen: int) -> int:
        """The discount in fen; 0 below the minimum spend."""
        if price_fen < self.min_spend_fen:
            return 0
        off = self.value if self.kind == "fixed" else price_fen * self.value // 100
        return min(off, self.max_off_fen or off, price_fen)


@dataclass(frozen=True, slots=True)
class Shop:
    """A shop with its products and its program."""

    id: str
    name: str
    platform: str
    products: tuple[Product, ...]
    program: Program


def open_shops(rng: Random, users: int, districts: int) -> list[Shop]:
    """The shops for a town of that size; each family of goods has a shop."""
    goods = families()
    count = max(len(goods), round(SHOPS * (users / AT_USERS) ** GROWTH))
    return [_shop(rng, number, goods[number % len(goods)], districts) for number in range(count)]


def write_shops(tables: Tables, shops: list[Shop]) -> None:
    """Write the seed files of shops, products and programs."""
    for number, shop in enumerate(shops, 1):
        tables.write("shop", id=shop.id, platform=shop.platform, external_id=f"s{number:05}", name=shop.name)
        for product in shop.products:
            _write_product(tables, shop, product)
        _write_program(tables, shop)
        for hero in shop.program.heroes:
            tables.write("program-HERO-product", program=f"{shop.id}-program", product=hero)


def _shop(rng: Random, number: int, family: Family, districts: int) -> Shop:
    words = names()
    brand, brand_end = words["brands"], words["brand_ends"]
    first, spelling = brand[number % len(brand)].split()
    last, end = brand_end[(number * 7 + number // len(brand)) % len(brand_end)].split()
    zh, en = first + last, spelling + end
    shop_id = f"{en.lower()}-{family.name}-{number + 1}"
    siblings = [each for each in families() if each.category == family.category and each is not family]
    on_sale = [(family, each) for each in family.products]
    on_sale += [(other, each) for other in siblings for each in other.products[:2]]
    chosen = rng.sample(on_sale, min(len(on_sale), rng.randint(*PER_SHOP)))
    products = tuple(
        Product(f"{shop_id}-{index}", f"{zh} {name_zh} · {en} {name_en}", kind, _price(rng, yuan))
        for index, (kind, (name_zh, name_en, yuan)) in enumerate(chosen, 1)
    )
    return Shop(
        id=shop_id,
        name=f"{zh}{family.shop[0]} · {en} {family.shop[1]}",
        platform=rng.choice(family.platforms),
        products=products,
        program=_program(rng, products, districts),
    )


def _price(rng: Random, yuan: int) -> int:
    around = yuan * rng.uniform(0.85, 1.25)
    return int(around) * 100 + (90 if around < 60 else 0)


def _program(rng: Random, products: tuple[Product, ...], districts: int) -> Program:
    middle = sorted(product.price_fen for product in products)[len(products) // 2]
    percent = rng.random() < 0.5
    value = (
        rng.choice((8, 10, 12, 15, 20))
        if percent
        else max(300, middle // rng.choice((6, 8, 10)) // 100 * 100)
    )
    hero = rng.random() < 0.2
    return Program(
        kind="percent" if percent else "fixed",
        value=value,
        max_off_fen=max(1000, middle // 400 * 100) if percent else None,
        min_spend_fen=rng.choice((0, 0, middle // 2 // 100 * 100))
        if percent
        else max(value * 3, middle // 2 // 100 * 100),
        quota=rng.choice((5, 8, 10, 10, 15, 20, 30)),
        claim_days=rng.choice((30, 45, 60, 60, 90)),
        use_days=rng.choice((7, 14, 14, 30)),
        monthly_budget=rng.choice((None, None, None, BUDGET * districts)),
        heroes=tuple(product.id for product in rng.sample(products, 2)) if hero else (),
        starts=waking(rng, -rng.uniform(190, 400) * DAY),
        ends=int(rng.uniform(60, 240) * DAY) if rng.random() < 0.15 else None,
        restore=rng.random() < 0.8,
    )


def _write_product(tables: Tables, shop: Shop, product: Product) -> None:
    tables.write(
        "product",
        id=product.id,
        shop=shop.id,
        category=product.family.category,
        external_id=f"p-{product.id}",
        name=product.name,
        price_fen=product.price_fen,
        currency=CURRENCY,
    )


def _write_program(tables: Tables, shop: Shop) -> None:
    program = shop.program
    tables.write(
        "program",
        id=f"{shop.id}-program",
        shop=shop.id,
        kind=program.kind,
        value=program.value,
        max_off_fen=program.max_off_fen,
        min_spend_fen=program.min_spend_fen,
        currency=CURRENCY,
        quota=program.quota,
        claim_days=program.claim_days,
        use_days=program.use_days,
        monthly_budget=program.monthly_budget,
        hero_only=tables.yes(bool(program.heroes)),
        starts_at=tables.at(program.starts),
        ends_at=tables.at(program.ends),
        restore=tables.yes(program.restore),
    )
