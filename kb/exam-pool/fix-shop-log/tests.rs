use super::*;

fn counts(shop: &Shop) -> Vec<u32> {
    shop.stock.iter().map(|(_, count)| *count).collect()
}

#[test]
fn counts_go_down_by_one() {
    let mut shop = Shop::new(&[("tea", 2), ("milk", 0), ("rice", 1)]);
    shop.sell_one_each();
    assert_eq!(counts(&shop), [1, 0, 0], "after the first round");
    shop.sell_one_each();
    assert_eq!(counts(&shop), [0, 0, 0], "after the second round");
}

#[test]
fn only_sales_are_noted() {
    let mut shop = Shop::new(&[("tea", 2), ("milk", 0), ("rice", 1)]);
    shop.sell_one_each();
    assert_eq!(shop.log, ["1: tea", "2: rice"], "the first round");
    shop.sell_one_each();
    assert_eq!(
        shop.log,
        ["1: tea", "2: rice", "3: tea"],
        "the second round"
    );
    shop.sell_one_each();
    assert_eq!(shop.log.len(), 3, "nothing is left to sell");
}
