fn main() {
    let mut queue = vec!["Ann", "Bob"];
    let first = &queue[0];
    println!("next is {first}");
    queue.push("Cem");
    println!("{} are waiting", queue.len());
}
