#[derive(Debug)]
struct Coupon {
    name: String,
    last_day: u32,
}

fn drop_expired(coupons: &mut Vec<Coupon>, today: u32) -> usize {
    let before = coupons.len();
    coupons.retain(|coupon| coupon.last_day >= today);
    before - coupons.len()
}

fn main() {
    let coupon = |name: &str, last_day| Coupon {
        name: name.to_string(),
        last_day,
    };
    let mut coupons = vec![coupon("tea", 3), coupon("cake", 9)];
    println!("{}", drop_expired(&mut coupons, 5));
    println!("{}", coupons[0].name);
}
