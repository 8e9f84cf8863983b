pub struct Pair<T> {
    pub a: T,
    pub b: T,
}

// Write new, swap and larger here.
