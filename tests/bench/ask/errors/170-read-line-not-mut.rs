use std::io;

fn main() {
    let mut guess = String::new();
    println!("your guess?");
    io::stdin().read_line(guess).expect("no input");
    match guess.trim().parse::<u32>() {
        Ok(n) if n == 7 => println!("right"),
        Ok(_) => println!("wrong"),
        Err(_) => println!("that is no number"),
    }
}
