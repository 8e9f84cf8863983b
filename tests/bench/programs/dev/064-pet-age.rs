struct Pet {
    name: String,
    age: u8,
}

fn main() {
    let pets = vec![
        Pet { name: "Fido".to_string(), age: 3 },
        Pet { name: "Tom".to_string(), age: 11 },
    ];
    let oldest = pets.iter().max_by_key(|p| p.age).unwrap();
    println!("{} is the oldest", oldest.nane);
    let years: u32 = pets.iter().map(|p| p.age as u32).sum();
    println!("{years}");
}
