pub fn twice<T: Clone, F: FnOnce() -> T>(f: F) -> (T, T) {
    {
        let t = f();
        (t.clone(), t)
    }
}
