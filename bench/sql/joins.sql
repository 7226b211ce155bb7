FROM page
JOIN share ON share.share_key = page.share_key
JOIN person AS publisher ON publisher.person_key = share.publisher_key
JOIN coupon ON coupon.coupon_key = share.coupon_key
JOIN shop ON shop.shop_key = coupon.shop_key
JOIN platform ON platform.platform_key = shop.platform_key
JOIN product ON product.product_key = coupon.product_key
JOIN category ON category.category_key = product.category_key
