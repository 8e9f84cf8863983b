pub fn once<T>(f: impl ___() -> T) -> T {
    f()
}

pub fn times(n: usize, mut f: impl ___()) {
    for _ in 0..n {
        f();
    }
}

pub fn both(f: &impl ___(i32) -> i32) -> i32 {
    f(1) + f(2)
}
