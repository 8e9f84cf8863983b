struct Contact {
    name: string,
    phone: u64,
}

fn main() {
    let c = Contact { name: String::from("Uli"), phone: 5550 };
    println!("{} {}", c.name, c.phone);
}
