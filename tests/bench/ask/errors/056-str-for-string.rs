struct Pet {
    name: String,
    legs: u8,
}

fn main() {
    let pet = Pet { name: "Rex", legs: 4 };
    println!("{} {}", pet.name, pet.legs);
}
