struct Locker {
    number: u32,
    owner: String,
}

fn main() {
    let owner = String::from("Ines");
    let locker = Locker { number: 12, owner };
    println!("{} has locker {}", owner, locker.number);
    println!("{}", locker.owner);
}
