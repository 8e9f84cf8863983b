pub fn twice<T, F: Fn() -> T>(f: F) -> (T, T) {
    (f(), f())
}
