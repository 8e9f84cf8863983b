fn half(n: i32) -> _ {
    n as f64 / 2.0
}

fn quarter(n: i32) -> f64 {
    half(n) / 2.0
}

fn main() {
    for n in [1, 4, 10] {
        println!("{n}: {} {}", half(n), quarter(n));
    }
}
