fn apply<F: Fn(i64) -> bool>(test: F) -> bool {
    test(3)
}

fn main() {
    println!("{}", apply(|n: i32| n > 2));
}
