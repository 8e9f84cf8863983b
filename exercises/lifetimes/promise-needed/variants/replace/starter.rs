pub fn better<'a>(best: &mut &'a str, offer: &str) {
    if offer.len() > best.len() {
        *best = offer;
    }
}
