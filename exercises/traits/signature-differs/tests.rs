use super::*;

fn fill<M: Meter + Default>(amounts: &[u32]) -> u64 {
    let mut meter = M::default();
    for amount in amounts {
        meter.add(*amount);
    }
    meter.total()
}

#[test]
fn added_up() {
    assert_eq!(fill::<WaterMeter>(&[3, 4]), 7, "3 and 4 litres");
}

#[test]
fn large_amounts() {
    assert_eq!(
        fill::<WaterMeter>(&[u32::MAX, u32::MAX]),
        8_589_934_590,
        "the total does not fit in a u32"
    );
}
