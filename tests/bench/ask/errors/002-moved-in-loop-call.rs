struct Recipe {
    name: String,
    minutes: u32,
}

fn cook(recipe: Recipe) -> u32 {
    println!("cooking {}", recipe.name);
    recipe.minutes
}

fn main() {
    let recipe = Recipe { name: "lentil soup".to_string(), minutes: 35 };
    let mut total = 0;
    for guest in 1..=3 {
        println!("guest {guest}");
        total += cook(recipe);
    }
    println!("{total} minutes in all");
}
