struct Plant {
    name: String,
    dry: bool,
}

fn main() {
    let mut shelf = vec![
        Plant { name: "fern".into(), dry: true },
        Plant { name: "cactus".into(), dry: false },
    ];
    for (i, plant) in shelf.iter().enumerate() {
        if plant.dry {
            shelf.remove(i);
        }
    }
    for plant in &shelf {
        println!("{}", plant.name);
    }
}
