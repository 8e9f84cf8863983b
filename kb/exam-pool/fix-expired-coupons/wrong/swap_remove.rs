struct Coupon {
    name: String,
    last_day: u32,
}

fn drop_expired(coupons: &mut Vec<Coupon>, today: u32) -> usize {
    let before = coupons.len();
    for place in (0..before).rev() {
        if coupons[place].last_day < today {
            coupons.swap_remove(place);
        }
    }
    before - coupons.len()
}

fn main() {}
