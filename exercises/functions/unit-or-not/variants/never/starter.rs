fn pick(n: i32) -> i32 {
    let half = if n % 2 == 0 {
        n / 2
    } else {
        return -1;
    };
    half + 1
}

fn main() {
    println!("{}", pick(4) + pick(5));
}
