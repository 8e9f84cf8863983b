pub fn twice<T, F: FnOnce() -> T>(f: F) -> (T, T) {
    (f(), f())
}
