fn half(n: i32) -> Option<i32> {
    if n % 2 == 0 { Some(n / 2) } else { None }
}

fn main() {
    println!("{:?}", Some(12).and_then(half).and_then(half));
    println!("{:?}", Some(6).and_then(half).and_then(half));
    println!("{:?}", Some(6).map(half));
    println!("{:?}", half(7).or(Some(0)).map(|n| n + 1));
    println!("{:?}", "8".parse::<i32>().ok().and_then(half));
    println!("{:?}", half(3).ok_or("odd"));
    println!("{}", "x".parse::<i32>().map_or(-1, |n| n * 2));
}
