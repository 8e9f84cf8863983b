fn numbers() -> impl Iterator<Item = u32> {
    vec!["a", "b"].into_iter()
}

fn main() {
    for n in numbers() {
        println!("{n}");
    }
    for i in 5 {
        println!("{i}");
    }
}
