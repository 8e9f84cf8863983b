pub fn once<T>(f: impl Fn() -> T) -> T {
    f()
}

pub fn times(n: usize, mut f: impl FnMut()) {
    for _ in 0..n {
        f();
    }
}

pub fn both(f: &impl Fn(i32) -> i32) -> i32 {
    f(1) + f(2)
}
