fn main() {
    let mut numbers = std::io::stdin()
        .lines()
        .map(|line| line.unwrap().trim().parse::<i32>().unwrap());
    let secret = numbers.next().unwrap();
    todo!("go through the guesses; the secret is {secret}")
}
