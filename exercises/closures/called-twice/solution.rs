pub fn twice<T, F: FnMut() -> T>(mut f: F) -> (T, T) {
    (f(), f())
}
