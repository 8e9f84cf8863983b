pub fn better<'a>(best: &mut &'a str, offer: &'a str) {
    if offer.len() > best.len() {
        *best = offer;
    }
}
