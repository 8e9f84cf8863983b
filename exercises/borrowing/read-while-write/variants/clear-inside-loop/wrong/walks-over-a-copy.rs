pub fn until_stop(orders: &mut Vec<&str>) -> usize {
    let mut count = 0;
    for order in orders.clone() {
        if order == "stop" {
            orders.clear();
        } else {
            count += 1;
        }
    }
    count
}
