fn main() {
    let mut queue = vec!["Ann", "Bob"];
    let first = &queue[0];
    queue.push("Cem");
    println!("{} are waiting", queue.len());
    println!("next is {first}");
}
