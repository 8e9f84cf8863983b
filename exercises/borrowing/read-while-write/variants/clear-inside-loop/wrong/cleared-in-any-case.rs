pub fn until_stop(orders: &mut Vec<&str>) -> usize {
    match orders.iter().position(|order| *order == "stop") {
        Some(place) => {
            orders.clear();
            place
        }
        None => {
            let all = orders.len();
            orders.clear();
            all
        }
    }
}
