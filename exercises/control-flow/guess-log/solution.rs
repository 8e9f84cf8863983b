fn main() {
    let mut numbers = std::io::stdin()
        .lines()
        .map(|line| line.unwrap().trim().parse::<i32>().unwrap());
    let secret = numbers.next().unwrap();
    let mut count = 0;
    for guess in numbers {
        count += 1;
        if guess == secret {
            println!("{guess} found after {count}");
            return;
        }
        println!("{guess} {}", if guess < secret { "low" } else { "high" });
    }
    println!("gave up after {count}");
}
