fn adder(n: i32) -> impl Fn(i32) -> i32 {
    move |x| x + n
}

fn both(f: impl Fn(i32) -> i32, g: impl Fn(i32) -> i32) -> impl Fn(i32) -> i32 {
    move |x| g(f(x))
}

fn main() {
    let f = both(adder(1), |x| x * 10);
    let g = both(|x| x * 10, adder(1));
    println!("{} {}", f(2), g(2));
    println!("{}", both(f, g)(0));
    println!("{:?}", [3, 1, 2].map(adder(5)));
}
