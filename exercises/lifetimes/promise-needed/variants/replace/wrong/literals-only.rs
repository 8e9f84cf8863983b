pub fn better<'a>(best: &mut &'a str, offer: &'static str) {
    if offer.len() > best.len() {
        *best = offer;
    }
}
