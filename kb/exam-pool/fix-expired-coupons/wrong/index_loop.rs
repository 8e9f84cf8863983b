struct Coupon {
    name: String,
    last_day: u32,
}

fn drop_expired(coupons: &mut Vec<Coupon>, today: u32) -> usize {
    let mut removed = 0;
    let mut place = 0;
    while place < coupons.len() {
        if coupons[place].last_day < today {
            coupons.remove(place);
            removed += 1;
        }
        place += 1;
    }
    removed
}

fn main() {}
